"""Promises that every change of the register keeps: one module for each.

A module has a KEEPER (see `core.register`). They run in the order of their names.
"""
