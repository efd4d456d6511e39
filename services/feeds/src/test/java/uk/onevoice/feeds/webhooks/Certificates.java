package uk.onevoice.feeds.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority of these tests' own, and a host's certificate from it, made by the JDK's keytool.
 */
record Certificates(Path authority, SSLContext server) {
  private static final String WORD = "not-a-secret";

  /** For these hosts, valid for a day. */
  static Certificates of(Path folder, String... hosts) {
    Path store = folder.resolve("keys.p12");
    Path authority = folder.resolve("authority.pem");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "authority",
        "-dname",
        "CN=Authority of a test",
        "-keyalg",
        "EC",
        "-validity",
        "1",
        "-ext",
        "bc:critical=ca:true");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "host",
        "-dname",
        "CN=Host of a test",
        "-keyalg",
        "EC",
        "-validity",
        "1",
        "-signer",
        "authority",
        "-ext",
        "san=" + String.join(",", List.of(hosts).stream().map(host -> "dns:" + host).toList()));
    keytool(store, "-exportcert", "-rfc", "-alias", "authority", "-file", authority.toString());
    return new Certificates(authority, context(store));
  }

  /** Those that were made in this folder before. */
  static Certificates in(Path folder) {
    return new Certificates(folder.resolve("authority.pem"), context(folder.resolve("keys.p12")));
  }

  private static void keytool(Path store, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", WORD));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext context(Path store) {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore all = KeyStore.getInstance("PKCS12");
      all.load(in, WORD.toCharArray());
      all.deleteEntry("authority");
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(all, WORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
