package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import uk.onevoice.web.ui.Form;

/** Carries what was typed when neither the command nor the form's own page can be had. */
record SendAgainPage(Frame frame, boolean refused, String action, Form form)
    implements TemplateInstance {}
