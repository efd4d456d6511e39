package uk.onevoice.web.ui;

/** A text that leads somewhere. */
public record Link(String text, String href) {}
