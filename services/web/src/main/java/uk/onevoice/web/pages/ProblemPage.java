package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A page that says what went wrong and what a person can do about it.
 *
 * @param reference finds the event in the logs; may be empty
 */
record ProblemPage(
    Frame frame, String heading, String sentence, List<String> steps, String reference)
    implements TemplateInstance {
  ProblemPage {
    steps = List.copyOf(steps);
  }
}
