package uk.onevoice.testkit.broken.adapter;

/** Something on the outside. */
public class Door {}
