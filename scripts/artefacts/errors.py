"""What every step of a build raises when it cannot go on."""


class BuildError(Exception):
    """The generator failed, or what it built has faults; the message lists them."""
