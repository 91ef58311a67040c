"""A story becomes pages: `create_app(Settings(...))` gives the application that `rawi serve` runs."""
