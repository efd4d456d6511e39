package uk.onevoice.web.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tokens of one sign-in, found by the hash of the number in the browser's cookie. */
@Entity
@Table(name = "sign_in_session")
class SignInSession {
  @Id
  @Column(name = "id_hash")
  String idHash = "";

  @Column(name = "id_token")
  String idToken = "";

  @Column(name = "access_token")
  @Nullable String accessToken;

  @Column(name = "refresh_token")
  @Nullable String refreshToken;

  @Column(name = "access_token_expires_in")
  @Nullable Long accessTokenExpiresIn;

  @Column(name = "access_token_scope")
  @Nullable String accessTokenScope;

  @Column(name = "ends_at")
  Instant endsAt = Instant.EPOCH;
}
