"""The windows: all of Qt, and no rule about pupils."""

import gc

from gtregister.desktop.lasting import keep_none_alive
from gtregister.desktop.sparing import spare_sources

keep_none_alive()
spare_sources()

# A window that opens makes tens of thousands of values, all of which last. To look
# through them for rubbish every 700 values took a tenth of the time until it was seen.
gc.set_threshold(50_000)
