package uk.onevoice.testkit.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be made of a good token without the issuer's key. */
final class Forgeries {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final int BITS = 2048;

  /** Known to be prime (Robinson, 1952). */
  private static final BigInteger PRIME = BigInteger.TWO.pow(1279).subtract(BigInteger.ONE);

  private Forgeries() {}

  /** By what is wrong with them. */
  static Map<String, String> of(String good) {
    String[] parts = good.split("\\.");
    var forged = new LinkedHashMap<String, String>();
    forged.put("signed by another key", parts[0] + "." + parts[1] + "." + signature(parts));
    forged.put("alg none", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
    forged.put("without signature", parts[0] + "." + parts[1] + ".");
    forged.put("for somebody else", parts[0] + "." + somebodyElse(parts[1]) + "." + parts[2]);
    forged.put("for a longer time", parts[0] + "." + longer(parts[1]) + "." + parts[2]);
    return forged;
  }

  private static String signature(String[] parts) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(anotherKey());
      signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
      return ENCODER.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * As long as the issuer's and a new one each time. Only its shorter prime is looked for: to find
   * two that nobody can guess takes a test's program seconds, and nobody has to keep this secret.
   */
  private static PrivateKey anotherKey() throws GeneralSecurityException {
    var exponent = BigInteger.valueOf(65_537);
    BigInteger prime;
    BigInteger order;
    do {
      prime = BigInteger.probablePrime(BITS - PRIME.bitLength(), new SecureRandom());
      order = PRIME.subtract(BigInteger.ONE).multiply(prime.subtract(BigInteger.ONE));
    } while (!order.gcd(exponent).equals(BigInteger.ONE));
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new RSAPrivateKeySpec(PRIME.multiply(prime), exponent.modInverse(order)));
  }

  private static String somebodyElse(String claims) {
    return encoded(read(claims).put("sub", "00000000-0000-4000-8000-000000000001").toString());
  }

  private static String longer(String claims) {
    ObjectNode read = read(claims);
    return encoded(read.put("exp", read.path("exp").asLong() + 86_400).toString());
  }

  private static ObjectNode read(String claims) {
    try {
      return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(claims));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String text) {
    return ENCODER.encodeToString(text.getBytes(UTF_8));
  }
}
