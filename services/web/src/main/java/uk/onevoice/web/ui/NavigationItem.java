package uk.onevoice.web.ui;

/** An entry of the menu; the current one is where the reader is. */
public record NavigationItem(String text, String href, boolean current) {}
