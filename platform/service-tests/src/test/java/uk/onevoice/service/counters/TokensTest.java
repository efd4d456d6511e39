package uk.onevoice.service.counters;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CountersUnderTest.class)
class TokensTest {
  private static final String ME = "/v1/counters/me";

  @Inject DataSource database;

  private final Tokens tokens = new Tokens();

  @BeforeEach
  void people() {
    new People(database, tokens.issuer()).register();
  }

  @Test
  void a_good_token_is_the_person_it_was_linked_to() {
    var answer = new Caller(tokens.ofPerson("keeper")).get(ME);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("REGISTRY_KEEPER", "PRACTICE_PARTNER");
  }

  @Test
  void no_token_is_asked_for_one() {
    var answer = Caller.send(HttpRequest.newBuilder(URI.create(Caller.base() + ME)).GET());

    assertUnauthenticated("none", answer);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void a_token_that_does_not_hold_is_refused_without_saying_why() throws JOSEException {
    for (var forged : forged().entrySet()) {
      assertUnauthenticated(forged.getKey(), new Caller(forged.getValue()).get(ME));
    }
  }

  private Map<String, String> forged() throws JOSEException {
    Instant now = Instant.now();
    RSAKey other = new RSAKeyGenerator(2048).keyID(tokens.key().getKeyID()).generate();
    RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
    var forged = new LinkedHashMap<String, String>();
    forged.put("not a token", "abc");
    forged.put("three parts of nothing", "a.b.c");
    forged.put("alg none", new PlainJWT(tokens.claims("keeper").build()).serialize());
    forged.put("HS256 with the public key", hmacByPublicKey());
    forged.put("another key under the right id", tokens.spoiltHeader(header -> header, other));
    forged.put(
        "a key nobody published", tokens.spoiltHeader(header -> header.keyID("unknown"), unknown));
    forged.put(
        "a key id that is a path",
        tokens.spoiltHeader(header -> header.keyID("../../etc/passwd"), unknown));
    forged.put(
        "a key set of its own",
        tokens.spoiltHeader(
            header -> header.jwkURL(URI.create("http://127.0.0.1:1/keys")).jwk(other.toPublicJWK()),
            other));
    forged.put(
        "another algorithm of the family",
        tokens.spoiltHeader(
            _ ->
                new JWSHeader.Builder(JWSAlgorithm.RS512)
                    .type(JOSEObjectType.JWT)
                    .keyID(tokens.key().getKeyID()),
            tokens.key()));
    forged.put("expired", tokens.spoilt(c -> c.expirationTime(Date.from(now.minusSeconds(61)))));
    forged.put(
        "just expired", tokens.spoilt(c -> c.expirationTime(Date.from(now.minusSeconds(2)))));
    forged.put("without expiry", tokens.spoilt(c -> c.expirationTime(null)));
    forged.put("not yet", tokens.spoilt(c -> c.notBeforeTime(Date.from(now.plusSeconds(300)))));
    forged.put("for another API", tokens.spoilt(c -> c.audience("account")));
    forged.put("for nobody", tokens.spoilt(c -> c.audience((String) null)));
    forged.put("of another realm", tokens.spoilt(c -> c.issuer(tokens.issuer() + "/other")));
    forged.put("an ID token", tokens.spoilt(c -> c.claim("typ", "ID")));
    forged.put("a refresh token", tokens.spoilt(c -> c.claim("typ", "Refresh")));
    forged.put("without subject", tokens.spoilt(c -> c.subject(null)));
    String good = tokens.ofPerson("keeper");
    forged.put("changed content", good.replaceFirst("\\.[^.]{8}", ".eyJpc3Mi"));
    forged.put("without signature", good.substring(0, good.lastIndexOf('.') + 1));
    return forged;
  }

  private String hmacByPublicKey() throws JOSEException {
    byte[] published = tokens.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(tokens.key().getKeyID()).build(),
            tokens.claims("keeper").build());
    token.sign(new MACSigner(published));
    return token.serialize();
  }

  private static void assertUnauthenticated(String what, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as(what)
        .startsWith("application/problem+json");
    assertThat(Caller.json(answer).path("type").asText())
        .as(what)
        .isEqualTo("https://onevoice.example/problems/not-signed-in");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).as(what).isPresent();
    assertThat(answer.body())
        .as(what)
        .doesNotContainIgnoringCase("expire", "signature", "audience");
  }

  @Test
  void a_good_sign_in_of_nobody_registered_is_known_and_refused() {
    var answer = new Caller(tokens.ofPerson("stranger")).get(ME);

    assertProblem(answer, 403, "not-registered");
  }

  @Test
  void who_holds_no_role_of_the_method_is_refused() {
    for (String subject : List.of("partner", "retired")) {
      assertProblem(
          new Caller(tokens.ofPerson(subject)).command("/v1/counters", "{\"label\":\"Beans\"}"),
          403,
          "not-allowed");
    }
  }

  @Test
  void a_person_may_act_in_one_capacity_and_has_no_other_then() {
    var keeper = new Caller(tokens.ofPerson("keeper"));

    var partner = keeper.get(ME, "X-Acting-As", People.PARTNER_ROLE.toString());
    assertThat(partner.body()).contains("PRACTICE_PARTNER").doesNotContain("REGISTRY_KEEPER");
    assertProblem(
        keeper.command(
            "/v1/counters", "{\"label\":\"B\"}", "X-Acting-As", People.PARTNER_ROLE.toString()),
        403,
        "not-allowed");
    assertThat(
            keeper
                .command(
                    "/v1/counters",
                    "{\"label\":\"B\"}",
                    "X-Acting-As",
                    People.KEEPER_ROLE.toString())
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void a_capacity_that_is_not_held_is_refused() {
    var keeper = new Caller(tokens.ofPerson("keeper"));

    for (String other : List.of("anything", People.id("other-partner-role").toString())) {
      assertProblem(keeper.get(ME, "X-Acting-As", other), 403, "capacity-not-held");
    }
  }

  @Test
  void a_system_calls_with_its_own_token_when_its_kind_is_let_in() {
    var icb = new Caller(tokens.ofClient("icb-client")).get(ME);
    assertThat(icb.statusCode()).isEqualTo(200);
    assertThat(icb.body()).contains("icb-client");

    assertProblem(new Caller(tokens.ofClient("partner-client")).get(ME), 403, "not-allowed");
  }

  @Test
  void a_system_that_is_unknown_not_approved_or_suspended_is_refused() {
    assertProblem(new Caller(tokens.ofClient("nobody")).get(ME), 403, "not-registered");
    assertProblem(new Caller(tokens.ofClient("new-client")).get(ME), 403, "client-not-approved");
    assertProblem(
        new Caller(tokens.ofClient("suspended-client")).get(ME), 403, "client-not-approved");
  }

  @Test
  void a_persons_token_issued_through_a_client_is_not_that_client() {
    var token = tokens.spoilt(claims -> claims.subject("stranger").claim("azp", "icb-client"));

    assertProblem(new Caller(token).get(ME), 403, "not-registered");
  }

  @Test
  void the_first_administrator_is_accepted_until_there_is_one() {
    var first = new Caller(tokens.ofPerson("first-administrator"));
    assertThat(first.get(ME).body()).contains("PLATFORM_ADMINISTRATOR");

    new People(database, tokens.issuer()).appointAdministrator();

    assertProblem(first.get(ME), 403, "not-registered");
  }

  @Test
  void good_tokens_go_on_while_the_issuer_is_away() {
    var keeper = new Caller(tokens.ofPerson("keeper"));
    assertThat(keeper.get(ME).statusCode()).isEqualTo(200);

    tokens.issuerIsAway(true);
    try {
      assertThat(keeper.get(ME).statusCode()).isEqualTo(200);
      assertThat(new Caller(tokens.ofPerson("partner")).get(ME).statusCode()).isEqualTo(200);
    } finally {
      tokens.issuerIsAway(false);
    }
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Caller.json(answer).path("type").asText())
        .isEqualTo("https://onevoice.example/problems/" + slug);
  }
}
