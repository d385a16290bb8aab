"""Settings of all tests: hypothesis draws the same examples on every run, more of them under `make torture`."""

import os

from hypothesis import HealthCheck, settings

SLOW = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
settings.register_profile("test", derandomize=True, deadline=None, max_examples=40, suppress_health_check=SLOW)
settings.register_profile("torture", deadline=None, max_examples=1000, print_blob=True, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))
