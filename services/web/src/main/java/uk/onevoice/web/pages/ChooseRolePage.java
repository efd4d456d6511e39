package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;

/** The roles of the person who has signed in; they act in one at a time. */
record ChooseRolePage(Frame frame, Form form, String hint, List<Choice> choices)
    implements TemplateInstance {}
