package uk.onevoice.projection.facts;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.freshness.Mark;
import uk.onevoice.projection.freshness.Partition;

/**
 * What was written of the streams heard last, so that it need not be read before it is revised. It
 * is right as long as nobody else has written for a partition, which the partition's mark in the
 * database tells: a transaction that was rolled back, another replica, or an emptied table leave
 * another mark than the one that is remembered.
 */
final class Memory {
  /** About the bytes that one key with its facts takes. */
  private static final int OF_A_KEY = 600;

  /** The part of the heap that may be taken: versions are heard beside each other. */
  private static final int PART = 16;

  /** A key of a table. */
  private record Key(FactTable<?> table, List<String> key) {}

  /** A stream, as far as it was heard. */
  private static final class Known {
    private final Partition partition;

    /** Whether all of its facts are here: it was heard from its beginning. */
    private final boolean whole;

    private final Map<Key, List<? extends Held<?>>> facts = new HashMap<>(4);
    private long version;

    private Known(Partition partition, boolean whole) {
      this.partition = partition;
      this.whole = whole;
    }

    private int size() {
      return 1 + facts.size();
    }
  }

  private final long most;
  private final Map<Partition, Mark> marks = new HashMap<>();
  private final LinkedHashMap<Stream, Known> streams = new LinkedHashMap<>(1_024, 0.75f, true);
  private long size;

  Memory() {
    this(Runtime.getRuntime().maxMemory() / PART / OF_A_KEY);
  }

  /**
   * @param most how many keys are remembered
   */
  Memory(long most) {
    this.most = most;
  }

  /**
   * Forgets what somebody else may have changed.
   *
   * @param now the marks of partitions as the transaction finds and holds them; none where nothing
   *     was ever heard
   */
  void trust(Iterable<Partition> partitions, Map<Partition, Mark> now) {
    for (Partition partition : partitions) {
      Mark remembered = marks.get(partition);
      if (remembered != null && !remembered.equals(now.get(partition))) {
        marks.remove(partition);
        forget(partition);
      }
    }
  }

  private void forget(Partition partition) {
    Iterator<Known> all = streams.values().iterator();
    while (all.hasNext()) {
      Known one = all.next();
      if (one.partition.equals(partition)) {
        size -= one.size();
        all.remove();
      }
    }
  }

  /** The last version that was applied of a stream; null where it is not remembered. */
  @Nullable Long version(Stream stream) {
    Known known = streams.get(stream);
    return known == null ? null : (Long) known.version;
  }

  /** What is held of a key; null where it has to be read. */
  <V extends FactValue> @Nullable List<Held<V>> facts(
      Stream stream, FactTable<V> table, List<String> key) {
    Known known = streams.get(stream);
    if (known == null) {
      return null;
    }
    // What is kept of a table's keys came from that table.
    @SuppressWarnings("unchecked")
    List<Held<V>> facts = (List<Held<V>>) known.facts.get(new Key(table, key));
    return facts == null && known.whole ? List.of() : facts;
  }

  /** To be called once all is written: nothing may fail between this and the new marks. */
  void applied(Stream stream, Partition partition, boolean isNew, long version) {
    Known known = streams.get(stream);
    if (known == null) {
      known = new Known(partition, isNew);
      streams.put(stream, known);
      size += known.size();
    }
    known.version = version;
  }

  /** What is a row now, of a stream that was said to be applied. */
  <V extends FactValue> void holds(
      Stream stream, FactTable<V> table, List<String> key, List<Held<V>> rows) {
    Known known = streams.get(stream);
    if (known != null) {
      size -= known.size();
      known.facts.put(new Key(table, key), rows.stream().map(Held::written).toList());
      size += known.size();
    }
  }

  /** The marks that were set with it. */
  void marked(Map<Partition, Mark> set) {
    marks.putAll(set);
    Iterator<Known> eldest = streams.values().iterator();
    while (size > most && eldest.hasNext()) {
      size -= eldest.next().size();
      eldest.remove();
    }
  }
}
