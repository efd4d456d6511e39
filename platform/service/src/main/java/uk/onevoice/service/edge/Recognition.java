package uk.onevoice.service.edge;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.IdempotencyKey;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.SignIn;
import uk.onevoice.service.problem.StandardProblems;

/**
 * Makes each POST recognisable by its caller, its Idempotency-Key and its content. A JSON body is
 * read here, within its limit; of an upload only the address counts, and its resource has to
 * compare the content by itself.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
class Recognition implements ContainerRequestFilter {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{8,200}");

  private final CurrentRequest request;
  private final CurrentActor actor;
  private final SignIn signIn;
  private final Instance<EdgeSettings> settings;

  Recognition(
      CurrentRequest request, CurrentActor actor, SignIn signIn, Instance<EdgeSettings> settings) {
    this.request = request;
    this.actor = actor;
    this.signIn = signIn;
    this.settings = settings;
  }

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    if (!context.getMethod().equals(HttpMethod.POST)) {
      return;
    }
    String key = context.getHeaderString("Idempotency-Key");
    if (key == null) {
      throw StandardProblems.keyMissing().exception();
    }
    if (!KEY.matcher(key).matches()) {
      throw StandardProblems.keyInvalid().exception();
    }
    // Who is not registered yet is told apart by their sign-in.
    String caller = actor.known().map(known -> known.ref().value()).orElseGet(signIn::key);
    request.recogniseBy(new IdempotencyKey(caller, key, fingerprint(context)));
  }

  private String fingerprint(ContainerRequestContext context) throws IOException {
    MessageDigest digest = sha256();
    String line = context.getMethod() + " " + context.getUriInfo().getRequestUri().getRawPath();
    String query = context.getUriInfo().getRequestUri().getRawQuery();
    digest.update((line + "?" + query + "\n").getBytes(StandardCharsets.UTF_8));
    String capacity = context.getHeaderString("X-Acting-As");
    if (capacity != null) {
      // The same wish in another capacity is another request: other rules decide on it.
      digest.update(("acting as " + capacity + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (isJson(context.getMediaType())) {
      digest.update(jsonBody(context));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private byte[] jsonBody(ContainerRequestContext context) throws IOException {
    // Asked for now: filters are made before the settings are read.
    int most = settings.get().maxJsonBytes();
    byte[] body = context.getEntityStream().readNBytes(most + 1);
    if (body.length > most) {
      throw StandardProblems.ofStatus(413).header("Connection", "close").exception();
    }
    context.setEntityStream(new ByteArrayInputStream(body));
    return body;
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type != null
        && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("Every Java has SHA-256.", cause);
    }
  }
}
