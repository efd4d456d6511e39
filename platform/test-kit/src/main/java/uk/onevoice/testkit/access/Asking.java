package uk.onevoice.testkit.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.onevoice.testkit.stack.RunningStack;

/** Asks the service under test in the name of its callers. */
final class Asking {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final RunningStack stack;

  /** By the token that they began with. */
  private final Map<String, String> accounts = new HashMap<>();

  Asking(RunningStack stack) {
    this.stack = stack;
  }

  /** Where the service under test is. */
  static String origin() {
    return ConfigProvider.getConfig().getValue("test.url", String.class);
  }

  /** Callers are asked for longer than a token lives: whoever signs in is known again by it. */
  String tokenOf(String account) {
    String token = stack.token(account);
    accounts.put(token, account);
    return token;
  }

  Answered call(Operation operation, Caller caller) {
    return send(operation.at(origin()), caller);
  }

  Answered send(HttpRequest.Builder request, Caller caller) {
    if (caller.token() != null) {
      String account = accounts.get(caller.token());
      request.header(
          "Authorization", "Bearer " + (account == null ? caller.token() : stack.token(account)));
    }
    if (caller.actingAs() != null) {
      request.header("X-Acting-As", caller.actingAs());
    }
    try {
      return Answered.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(request.build().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
