"""What many articles say together, and the Story that users hold."""
