package uk.onevoice.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.ClientKind;
import uk.onevoice.directory.Role;

/**
 * The permission matrix, as {@code permissions.yaml} has it: who may call which operation. Tests
 * may bring rows of their own in a file of the same name; two rows for one operation are refused.
 */
public final class Permissions {
  private static final String FILE = "permissions.yaml";
  private static final Set<String> WORDS =
      Set.of("roles", "anyPerson", "newcomers", "clients", "in", "outside");

  private final Map<String, Row> rows;

  private Permissions(Map<String, Row> rows) {
    this.rows = Collections.unmodifiableMap(rows);
  }

  /** Where a role has to be held to count. */
  public enum Scope {
    /** At any organisation, or at none. */
    ANYWHERE,
    /** At the organisation that the request is about. */
    BODY,
    /** In general practice of the place that the request is about: see {@link PlaceAuthority}. */
    PLACE,
    /** In general practice of a place of the ICS that it is about, or at no organisation. */
    ICS,
    /** For the leadership group that the request is about: see {@link PlaceAuthority}. */
    GROUP,
    /** Anywhere; the person that the request is about needs none. */
    PERSON
  }

  /**
   * Who may call one operation.
   *
   * @param service whose operation it is
   * @param roles persons who hold one of these, where {@code in} says
   * @param anyPerson every registered person may ask; without a scope, that is enough
   * @param newcomers also a person's sign-in that is linked to nobody yet
   * @param clients approved systems of these kinds
   * @param in where the role has to be held
   * @param outside what those are told who may ask, and not about this
   */
  public record Row(
      String operation,
      String service,
      Set<Role> roles,
      boolean anyPerson,
      boolean newcomers,
      Set<ClientKind> clients,
      Scope in,
      AccessRefused.Reason outside) {
    public Row {
      roles = Set.copyOf(roles);
      clients = Set.copyOf(clients);
    }

    /** Whether the caller may ask at all, before it is known about what. */
    public boolean mayAsk(Actor actor) {
      return switch (actor) {
        case Actor.PersonActor person -> anyPerson || person.holdsOneOf(rolesHeld());
        case Actor.ClientActor client -> clients.contains(client.kind());
      };
    }

    Role[] rolesHeld() {
      return roles.toArray(Role[]::new);
    }
  }

  /** All files of that name that the service can see: the platform's, and a test's own. */
  public static Permissions load() {
    var rows = new LinkedHashMap<String, Row>();
    try {
      for (URL file :
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(FILE))) {
        try (var content = file.openStream()) {
          read(new ObjectMapper(new YAMLFactory()).readTree(content), rows);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Permissions(rows);
  }

  public Optional<Row> row(@Nullable String operation) {
    return Optional.ofNullable(operation).map(rows::get);
  }

  /** The operations that have a row, of this service. */
  public Set<String> operationsOf(String service) {
    var found = new TreeSet<String>();
    rows.values().stream()
        .filter(row -> row.service().equals(service))
        .map(Row::operation)
        .forEach(found::add);
    return found;
  }

  private static void read(JsonNode file, Map<String, Row> rows) {
    file.path("operations")
        .properties()
        .forEach(service ->
            service
                .getValue()
                .properties()
                .forEach(operation -> {
                  Row row =
                      row(
                          operation.getKey(),
                          service.getKey(),
                          operation.getValue(),
                          file.path("roles"));
                  if (rows.put(row.operation(), row) != null) {
                    throw new IllegalStateException("Two rows for " + row.operation());
                  }
                }));
  }

  private static Row row(String operation, String service, JsonNode row, JsonNode groups) {
    row.fieldNames()
        .forEachRemaining(word -> {
          if (!WORDS.contains(word)) {
            throw new IllegalStateException(operation + " says " + word + ", which means nothing");
          }
        });
    return new Row(
        operation,
        service,
        roles(row.path("roles"), groups),
        row.path("anyPerson").asBoolean(),
        row.path("newcomers").asBoolean(),
        clients(row.path("clients")),
        row.has("in") ? Scope.valueOf(upper(row.path("in"))) : Scope.ANYWHERE,
        row.has("outside")
            ? AccessRefused.Reason.valueOf(upper(row.path("outside")))
            : AccessRefused.Reason.NOT_ALLOWED);
  }

  /** One name or several; each is that of a role or of a group of roles. */
  private static Set<Role> roles(JsonNode names, JsonNode groups) {
    var roles = EnumSet.noneOf(Role.class);
    if (names.isTextual()) {
      roles.addAll(named(names.asText(), groups));
    }
    names.forEach(name -> roles.addAll(named(name.asText(), groups)));
    return roles;
  }

  private static Set<Role> named(String name, JsonNode groups) {
    return groups.has(name) ? roles(groups.path(name), groups) : EnumSet.of(Role.valueOf(name));
  }

  private static Set<ClientKind> clients(JsonNode names) {
    var clients = EnumSet.noneOf(ClientKind.class);
    names.forEach(name -> clients.add(ClientKind.valueOf(name.asText())));
    return clients;
  }

  private static String upper(JsonNode word) {
    return word.asText().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
