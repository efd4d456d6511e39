package uk.onevoice.service.counters;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import uk.onevoice.directory.DirectoryEvents;
import uk.onevoice.directory.IdentityHash;
import uk.onevoice.messaging.HeardEvent;

/** Who the counters know, told to the directory as organisations would tell it. */
public final class People {
  public static final UUID KEEPER_ROLE = id("keeper-role");
  public static final UUID PARTNER_ROLE = id("partner-role");

  private static final AtomicLong POSITION = new AtomicLong();

  private final DataSource database;
  private final String issuer;

  public People(DataSource database, String issuer) {
    this.database = database;
    this.issuer = issuer;
  }

  /** keeper: registry keeper and practice partner; partner: practice partner; retired: nothing. */
  public void register() {
    link("keeper");
    appoint("keeper", KEEPER_ROLE, "REGISTRY_KEEPER", "null", "null");
    appoint("keeper", PARTNER_ROLE, "PRACTICE_PARTNER", "\"WYVP0001\"", "null");
    link("second-keeper");
    appoint("second-keeper", id("second-keeper-role"), "REGISTRY_KEEPER", "null", "null");
    link("partner");
    appoint("partner", id("other-partner-role"), "PRACTICE_PARTNER", "\"WYVP0002\"", "null");
    link("retired");
    appoint("retired", id("retired-role"), "REGISTRY_KEEPER", "null", "\"2026-01-01\"");
    client("icb-client", "ICB", "ClientApproved");
    client("partner-client", "PARTNER", "ClientApproved");
    client("suspended-client", "ICB", "ClientSuspended");
    hear(
        "ClientRegistered",
        "{\"clientId\":\"new-client\",\"organisationId\":\"WYVICB01\",\"kind\":\"ICB\"}");
  }

  public void appointAdministrator() {
    appoint("administrator", id("administrator-role"), "PLATFORM_ADMINISTRATOR", "null", "null");
  }

  private void link(String subject) {
    hear(
        "IdentityLinked",
        "{\"personId\":\"%s\",\"identityHash\":\"%s\"}"
            .formatted(id(subject), IdentityHash.of(issuer, subject)));
  }

  private void appoint(String subject, UUID holding, String role, String where, String end) {
    hear(
        "RoleAppointed",
        """
        {"personId":"%s","roleHoldingId":"%s","role":"%s","organisationId":%s,
         "start":"2025-04-01","end":%s}\
        """
            .formatted(id(subject), holding, role, where, end));
  }

  private void client(String clientId, String kind, String then) {
    hear(
        "ClientRegistered",
        "{\"clientId\":\"%s\",\"organisationId\":\"WYVICB01\",\"kind\":\"%s\"}"
            .formatted(clientId, kind));
    hear(then, "{\"clientId\":\"%s\"}".formatted(clientId));
  }

  private void hear(String type, String payload) {
    long position = POSITION.incrementAndGet();
    var event =
        new HeardEvent(
            "organisations",
            0,
            position,
            "person-1",
            position,
            position,
            id(type + position),
            type,
            1,
            payload,
            Instant.EPOCH,
            Instant.EPOCH,
            "service:test",
            null,
            null);
    try (Connection connection = database.getConnection()) {
      new DirectoryEvents().apply(connection, List.of(event));
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
