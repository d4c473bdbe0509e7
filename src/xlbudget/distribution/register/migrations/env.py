"""Runs the migrations on the connection that ``store/upgrade`` has opened and holds locked."""

from alembic import context

from xlbudget.distribution.register.store.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
context.run_migrations()
