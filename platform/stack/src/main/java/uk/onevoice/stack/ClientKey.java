package uk.onevoice.stack;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * What a system proves itself with: it signs an assertion, and Keycloak knows the public half of
 * its key. No secret is shared (RFC 7523, {@code private_key_jwt}).
 */
final class ClientKey {
  private final PublicJsonWebKey key;

  private ClientKey(PublicJsonWebKey key) {
    this.key = key;
  }

  /**
   * @param jwk a private key
   */
  static ClientKey of(String jwk) {
    try {
      return new ClientKey(PublicJsonWebKey.Factory.newPublicJwk(jwk));
    } catch (JoseException wrong) {
      throw new IllegalArgumentException("A client's key is a JWK.", wrong);
    }
  }

  /** The public half, as a key set inside a JSON string. */
  String publicKeysInJson() {
    var keys = new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    return new String(JsonStringEncoder.getInstance().quoteAsString(keys));
  }

  /**
   * Says for a minute that this is the client.
   *
   * @param issuer to whom
   */
  String assertion(String client, String issuer) {
    var claims = new JwtClaims();
    claims.setIssuer(client);
    claims.setSubject(client);
    claims.setAudience(issuer);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(1);
    claims.setGeneratedJwtId();
    var signed = new JsonWebSignature();
    signed.setPayload(claims.toJson());
    signed.setAlgorithmHeaderValue(key.getAlgorithm());
    signed.setKeyIdHeaderValue(key.getKeyId());
    signed.setKey(key.getPrivateKey());
    try {
      return signed.getCompactSerialization();
    } catch (JoseException wrong) {
      throw new IllegalStateException(client + " cannot sign with its key.", wrong);
    }
  }
}
