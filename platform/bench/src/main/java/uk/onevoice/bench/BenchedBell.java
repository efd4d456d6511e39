package uk.onevoice.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A partner's listener on this machine, with a certificate that it vouches for itself. */
final class BenchedBell implements AutoCloseable {
  private static final String HOST = "bench.localhost";
  private static final String WORD = "not-a-secret";
  private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]+)\"");

  private final Path folder = Files.createTempDirectory("bell");
  private final Path certificate = folder.resolve("certificate.pem");
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Long> rung = new ConcurrentHashMap<>();

  BenchedBell() throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("keys.p12");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "host",
        "-dname",
        "CN=" + HOST,
        "-keyalg",
        "EC",
        "-validity",
        "1",
        "-ext",
        "san=dns:" + HOST,
        "-ext",
        "bc:critical=ca:true");
    keytool(store, "-exportcert", "-rfc", "-alias", "host", "-file", certificate.toString());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", WORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, WORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, WORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    }
  }

  /** Who vouches for it. */
  Path certificate() {
    return certificate;
  }

  URI address() {
    return URI.create("https://" + HOST + ":" + server.getAddress().getPort() + "/onevoice");
  }

  /** When it was rung about each subject, in {@code System.nanoTime}. */
  Map<String, Long> rung() {
    return rung;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Matcher subject = SUBJECT.matcher(body);
      if (subject.find()) {
        rung.putIfAbsent(subject.group(1), System.nanoTime());
      }
      String origin = exchange.getRequestHeaders().getFirst("WebHook-Request-Origin");
      if (origin != null) {
        exchange.getResponseHeaders().set("WebHook-Allowed-Origin", origin);
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdownNow();
    for (String file : List.of("keys.p12", "certificate.pem")) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.deleteIfExists(folder);
  }
}
