package uk.onevoice.service.json;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import uk.onevoice.service.problem.StandardProblems;

/** A method that takes a body gets one: nothing at all and {@code null} are refused. */
@Provider
class BodyIsThere implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    if (body == null) {
      throw StandardProblems.malformedJson().detail("There is no body.").exception();
    }
    return body;
  }
}
