"""Enrichment: trips, clubs, competitions and lectures."""
