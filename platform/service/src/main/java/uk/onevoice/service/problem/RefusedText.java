package uk.onevoice.service.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.Serial;

/** A value that JSON allows and we don't; its message is for the caller. */
public final class RefusedText extends MismatchedInputException {
  @Serial private static final long serialVersionUID = 1L;

  public RefusedText(JsonParser parser, String message) {
    super(parser, message, String.class);
  }
}
