"""The versions in their order; one that was released is never changed."""
