package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import uk.onevoice.web.ui.Form;

/** For somebody whose sign-in belongs to nobody who is registered. */
record NotRegisteredPage(Frame frame, String name, Form form) implements TemplateInstance {}
