package uk.onevoice.eventstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The events of one aggregate between their records and the log. A record's simple name is its
 * event type; its schema version is 1 unless {@link #upcast} says that there were earlier ones.
 *
 * <p>Reading gives records of today's shape from payloads of every version there has been.
 *
 * @param <E> a sealed interface whose permitted subtypes are records
 */
public final class EventTypes<E> {
  private final Map<String, Class<? extends E>> byName = new LinkedHashMap<>();
  private final Map<String, Map<Integer, UnaryOperator<ObjectNode>>> upcasters = new HashMap<>();

  private EventTypes() {}

  /** All records that the sealed interface permits, directly or through a further one. */
  public static <E> EventTypes<E> of(Class<E> sealed) {
    var types = new EventTypes<E>();
    types.addPermitted(sealed);
    return types;
  }

  private void addPermitted(Class<? extends E> sealed) {
    if (!sealed.isSealed()) {
      throw new IllegalArgumentException(sealed.getName() + " is not sealed.");
    }
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      Class<? extends E> type = permitted.asSubclass(sealed);
      if (permitted.isRecord()) {
        add(type);
      } else {
        addPermitted(type);
      }
    }
  }

  private void add(Class<? extends E> type) {
    if (EventJson.isBareValue(type)) {
      throw new IllegalArgumentException(
          type.getName() + " would be a bare value; name its component for what it is.");
    }
    if (byName.put(type.getSimpleName(), type) != null) {
      throw new IllegalArgumentException("Two events are called " + type.getSimpleName() + ".");
    }
  }

  /**
   * Adds the step from one schema version of a type to the next. Steps are added in order from
   * version 1, and the type's version today is the one after its last step.
   */
  public EventTypes<E> upcast(
      Class<? extends E> type, int fromVersion, UnaryOperator<ObjectNode> step) {
    var steps = upcasters.computeIfAbsent(known(type.getSimpleName()), _ -> new HashMap<>());
    if (fromVersion != steps.size() + 1) {
      throw new IllegalArgumentException(
          "The next step of " + type.getSimpleName() + " is from " + (steps.size() + 1) + ".");
    }
    steps.put(fromVersion, step);
    return this;
  }

  /** The names of all types, in the order of the sealed interface. */
  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  /** The record of a type. */
  public Class<? extends E> record(String name) {
    Class<? extends E> type = byName.get(name);
    if (type == null) {
      throw new UnreadableEvent("Events of type " + name + " are not known here.", null);
    }
    return type;
  }

  /** The schema version that is written today. */
  public int schemaVersion(String name) {
    return upcasters.getOrDefault(known(name), Map.of()).size() + 1;
  }

  public NewEvent write(UUID id, E event, Instant occurredAt) {
    String name = known(event.getClass().getSimpleName());
    try {
      return new NewEvent(
          id, name, schemaVersion(name), EventJson.mapper().writeValueAsString(event), occurredAt);
    } catch (JsonProcessingException cause) {
      throw new IllegalStateException("An event of type " + name + " cannot be written.", cause);
    }
  }

  public E read(StoredEvent stored) {
    return read(stored.type(), stored.schemaVersion(), stored.payload());
  }

  public List<E> readAll(List<StoredEvent> stored) {
    return stored.stream().<E>map(this::read).toList();
  }

  /**
   * The event as today's record.
   *
   * @throws UnreadableEvent for an unknown type, a newer schema version than is known here, and a
   *     payload that does not fit
   */
  public E read(String type, int schemaVersion, String payload) {
    Class<? extends E> record = record(type);
    int today = schemaVersion(type);
    if (schemaVersion < 1 || schemaVersion > today) {
      throw new UnreadableEvent(
          type + " has schema version " + schemaVersion + "; known here are 1 to " + today, null);
    }
    try {
      if (schemaVersion == today) {
        return EventJson.mapper().readValue(payload, record);
      }
      return EventJson.mapper().treeToValue(upcasted(type, schemaVersion, payload), record);
    } catch (JsonProcessingException cause) {
      throw new UnreadableEvent("The payload does not fit " + type + ".", cause);
    }
  }

  private ObjectNode upcasted(String type, int schemaVersion, String payload)
      throws JsonProcessingException {
    JsonNode tree = EventJson.mapper().readTree(payload);
    if (!(tree instanceof ObjectNode event)) {
      throw new UnreadableEvent("The payload of " + type + " is not an object.", null);
    }
    Map<Integer, UnaryOperator<ObjectNode>> steps = upcasters.getOrDefault(type, Map.of());
    for (int version = schemaVersion; version <= steps.size(); version++) {
      event = Objects.requireNonNull(steps.get(version)).apply(event);
    }
    return event;
  }

  private String known(String name) {
    return record(name).getSimpleName();
  }
}
