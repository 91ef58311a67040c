"""A story on disk: schema, migrations, reading and writing, search."""
