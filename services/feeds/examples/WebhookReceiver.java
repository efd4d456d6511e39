import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** java WebhookReceiver.java [port] [file with the key: whsec_…] [folder for what it remembers] */
public class WebhookReceiver {
  static final Pattern ID = Pattern.compile("\"id\":\\s*\"([^\"]+)\"");

  public static void main(String[] args) throws Exception {
    byte[] key = Base64.getDecoder().decode(Files.readString(Path.of(args[1])).strip().substring("whsec_".length()));
    Path dealtWith = Path.of(args[2], "events.jsonl");
    Set<String> known = known(dealtWith);
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
    server.setExecutor(Executors.newSingleThreadExecutor()); // One after the other: in the order of its subject.
    server.createContext("/", exchange -> {
      var said = exchange.getRequestHeaders();
      byte[] body = exchange.getRequestBody().readNBytes(16_384);
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        // Yes, whoever asks from there may ring here (CloudEvents, abuse protection).
        exchange.getResponseHeaders().set("WebHook-Allowed-Origin", said.getFirst("WebHook-Request-Origin"));
        exchange.getResponseHeaders().set("WebHook-Allowed-Rate", "600"); // A minute; or *, as many as come.
        answer(exchange, 200);
      } else if (!isSigned(key, said.getFirst("webhook-id"), said.getFirst("webhook-timestamp"), said.getFirst("webhook-signature"), body)) {
        answer(exchange, 401);
      } else {
        if (!known.contains(said.getFirst("webhook-id"))) {
          // Deal with it here and remember its id, both or neither: one transaction, or as here one line.
          Files.writeString(dealtWith, new String(body, StandardCharsets.UTF_8) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          known.add(said.getFirst("webhook-id")); // Last: what could not be written is rung again.
        }
        answer(exchange, 204);
      }
    });
    server.start();
  }

  /** The ids of what was dealt with. A line without an end was being written when it died, and is rung again. */
  static Set<String> known(Path dealtWith) throws IOException {
    String text = Files.exists(dealtWith) ? Files.readString(dealtWith) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (!whole.equals(text)) {
      Files.writeString(dealtWith, whole);
    }
    Set<String> known = new HashSet<>();
    whole.lines().map(ID::matcher).filter(Matcher::find).forEach(id -> known.add(id.group(1)));
    return known;
  }

  static boolean isSigned(byte[] key, String id, String timestamp, String signatures, byte[] body) {
    try {
      if (Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > 300) {
        return false; // Somebody may have kept it to ring again.
      }
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      byte[] own = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
      boolean signed = false; // While keys change there are two signatures: one of them is of ours.
      for (String signature : signatures.split(" ")) {
        signed |= MessageDigest.isEqual(own, signature.getBytes(StandardCharsets.UTF_8));
      }
      return signed;
    } catch (GeneralSecurityException | RuntimeException missing) {
      return false;
    }
  }

  static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
