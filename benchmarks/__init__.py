"""Measuring: accuracy against hand-made gold, speed and memory. No part of the program."""
