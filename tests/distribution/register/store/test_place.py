"""Where a register is, and how its address is shown."""

from xlbudget.distribution.register.store.place import file_of, shown, url_of


def test_a_folder_holds_the_register_as_a_file(tmp_path):
    url = url_of(tmp_path)
    assert file_of(url) == tmp_path / "register.sqlite"
    assert shown(url) == str(tmp_path / "register.sqlite")


def test_a_short_address_gets_the_driver_that_is_used():
    url = url_of("postgresql://ann:secret@db.example/budget")
    assert url.drivername == "postgresql+psycopg"
    assert shown(url) == "postgresql+psycopg://ann:***@db.example/budget"
    assert file_of(url) is None
