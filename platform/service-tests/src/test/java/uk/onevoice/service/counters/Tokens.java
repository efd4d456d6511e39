package uk.onevoice.service.counters;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;

/** Signs tokens as the issuer would, and as it never would. */
public final class Tokens {
  private final String issuer;
  private final RSAKey key;

  public Tokens() {
    var config = ConfigProvider.getConfig();
    issuer = config.getValue("quarkus.oidc.auth-server-url", String.class);
    try {
      key = RSAKey.parse(config.getValue("test.issuer.jwk", String.class));
    } catch (ParseException cause) {
      throw new IllegalStateException(cause);
    }
  }

  public String issuer() {
    return issuer;
  }

  public RSAKey key() {
    return key;
  }

  /** Has the issuer answer nothing but 503, or answer again. */
  public void issuerIsAway(boolean away) {
    Caller.send(HttpRequest.newBuilder(URI.create(issuer + "/away?" + away)).GET());
  }

  public String ofPerson(String subject) {
    return signed(claims(subject).build());
  }

  public String ofClient(String clientId) {
    return signed(
        claims("service-account-" + clientId)
            .claim("azp", clientId)
            .claim("client_id", clientId)
            .build());
  }

  /** A good token but for what the test changes. */
  public String spoilt(Consumer<JWTClaimsSet.Builder> claims) {
    var builder = claims("keeper");
    claims.accept(builder);
    return signed(builder.build());
  }

  public String spoiltHeader(UnaryOperator<JWSHeader.Builder> header, RSAKey by) {
    return sign(header.apply(header()).build(), claims("keeper").build(), by);
  }

  public JWTClaimsSet.Builder claims(String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(subject)
        .audience("onevoice-api")
        .claim("typ", "Bearer")
        .claim("azp", "onevoice-web")
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  public JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID());
  }

  private String signed(JWTClaimsSet claims) {
    return sign(header().build(), claims, key);
  }

  private static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey by) {
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
