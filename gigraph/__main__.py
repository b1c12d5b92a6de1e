"""`python -m gigraph` is `gigraph`."""

from gigraph.cli import main

main(prog_name="gigraph")
