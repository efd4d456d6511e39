package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;

/** For somebody whose sign-in belongs to nobody who is registered. */
record NotRegisteredPage(Frame frame, String name) implements TemplateInstance {}
