"""A memory limit for a child process on Windows, which has no resource limits."""

import subprocess
import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    _PROCESS_MEMORY = 0x100

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, as winnt.h lays it out."""

        _fields_ = (
            ("times", ctypes.c_int64 * 2),
            ("flags", wintypes.DWORD),
            ("working_set", ctypes.c_size_t * 2),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("classes", wintypes.DWORD * 2),
            ("io_counts", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory_and_peaks", ctypes.c_size_t * 3),
        )

    def limit_memory(child: subprocess.Popen[bytes], size: int) -> None:
        """Let Windows refuse the child more than `size` bytes of memory."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _Limits(flags=_PROCESS_MEMORY, process_memory=size)
        kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        process = wintypes.HANDLE(int(child._handle))  # noqa: SLF001 - no other way
        kernel.AssignProcessToJobObject(job, process)
        # The job lives as long as the child that is in it.
        kernel.CloseHandle(job)

else:

    def limit_memory(child: subprocess.Popen[bytes], size: int) -> None:
        """Do nothing: the child limits itself."""
