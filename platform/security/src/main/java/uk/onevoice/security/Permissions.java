package uk.onevoice.security;

import com.fasterxml.jackson.databind.DeserializationFeature;
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
 * The permission matrix, as {@code permissions.yaml} has it: who may call which operation, and who
 * sees which part of an answer. Tests may bring rows of their own in a file of the same name; two
 * rows for one operation or part are refused.
 */
public final class Permissions {
  private static final String FILE = "permissions.yaml";
  private static final Set<String> WORDS =
      Set.of("roles", "anyPerson", "newcomers", "clients", "link", "in", "outside");
  private static final Set<String> WORDS_OF_PARTS = Set.of("roles", "anyPerson", "clients", "in");

  private final Map<String, Row> rows;
  private final Map<String, Row> parts;

  private Permissions(Map<String, Row> rows, Map<String, Row> parts) {
    this.rows = Collections.unmodifiableMap(rows);
    this.parts = Collections.unmodifiableMap(parts);
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
    /** At the ICB of the place that the request is about; a system is registered against it. */
    ICB,
    /** For the leadership group that the request is about: see {@link PlaceAuthority}. */
    GROUP,
    /** Anywhere; the person that the request is about needs none. */
    PERSON
  }

  /**
   * Who may call one operation, or sees one part of answers.
   *
   * @param name of the operation or part
   * @param service whose operation or part it is
   * @param roles persons who hold one of these, where {@code in} says
   * @param anyPerson every registered person may ask; without a scope, that is enough
   * @param newcomers also a person's sign-in that is linked to nobody yet
   * @param clients approved systems of these kinds
   * @param link whoever has a secret address; no sign-in is looked at
   * @param in where the role has to be held
   * @param outside what those are told who may ask, and not about this
   */
  public record Row(
      String name,
      String service,
      Set<Role> roles,
      boolean anyPerson,
      boolean newcomers,
      Set<ClientKind> clients,
      boolean link,
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
    var parts = new LinkedHashMap<String, Row>();
    try {
      for (URL file :
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(FILE))) {
        try (var content = file.openStream()) {
          // A row that stands there twice would silently hide the other.
          JsonNode matrix =
              new ObjectMapper(new YAMLFactory())
                  .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                  .readTree(content);
          read(matrix.path("operations"), WORDS, matrix.path("roles"), rows);
          read(matrix.path("parts"), WORDS_OF_PARTS, matrix.path("roles"), parts);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Permissions(rows, parts);
  }

  public Optional<Row> row(@Nullable String operation) {
    return Optional.ofNullable(operation).map(rows::get);
  }

  /** Who sees a part of answers. */
  Optional<Row> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  /** The operations that have a row, of this service. */
  public Set<String> operationsOf(String service) {
    var found = new TreeSet<String>();
    rows.values().stream()
        .filter(row -> row.service().equals(service))
        .map(Row::name)
        .forEach(found::add);
    return found;
  }

  private static void read(
      JsonNode services, Set<String> words, JsonNode groups, Map<String, Row> rows) {
    services
        .properties()
        .forEach(service ->
            service
                .getValue()
                .properties()
                .forEach(each -> {
                  mustSpeakOf(words, each.getKey(), each.getValue());
                  Row row = row(each.getKey(), service.getKey(), each.getValue(), groups);
                  if (rows.put(row.name(), row) != null) {
                    throw new IllegalStateException("Two rows for " + row.name());
                  }
                }));
  }

  private static void mustSpeakOf(Set<String> words, String name, JsonNode row) {
    row.fieldNames()
        .forEachRemaining(word -> {
          if (!words.contains(word)) {
            throw new IllegalStateException(name + " says " + word + ", which means nothing");
          }
        });
  }

  private static Row row(String name, String service, JsonNode row, JsonNode groups) {
    return new Row(
        name,
        service,
        roles(row.path("roles"), groups),
        row.path("anyPerson").asBoolean(),
        row.path("newcomers").asBoolean(),
        clients(row.path("clients")),
        row.path("link").asBoolean(),
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
