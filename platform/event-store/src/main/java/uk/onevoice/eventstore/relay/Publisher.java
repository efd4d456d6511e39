package uk.onevoice.eventstore.relay;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records so that none overtakes another of its partition: one request at a time, and after
 * the first failure nothing more. It is then of no further use.
 */
final class Publisher implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  Publisher(RelaySettings settings) {
    var properties = new Properties();
    properties.putAll(settings.kafka());
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, "relay-" + settings.name());
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    // A record that is refused must not be followed by the next: a consumer that has heard the
    // next would skip it for ever.
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.toString(Integer.MAX_VALUE));
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
    properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, "262144");
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, "67108864");
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A batch on its way. */
  final class Sent {
    private final CountDownLatch missing;

    private Sent(int records) {
      missing = new CountDownLatch(records);
    }

    /** Whether all are acknowledged within this time. */
    boolean acknowledged(Duration within) throws RelayInterrupted {
      try {
        boolean all = missing.await(within.toMillis(), TimeUnit.MILLISECONDS);
        Exception failed = failure.get();
        if (failed != null) {
          throw new RelayInterrupted("Kafka refused a record: " + failed.getMessage(), failed);
        }
        return all;
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        throw new RelayInterrupted("ended", ended);
      }
    }
  }

  Sent send(List<ProducerRecord<byte[], byte[]>> records) throws RelayInterrupted {
    var sent = new Sent(records.size());
    try {
      for (ProducerRecord<byte[], byte[]> record : records) {
        producer.send(
            record,
            (_, failed) -> {
              if (failed != null && failure.compareAndSet(null, failed)) {
                producer.close(Duration.ZERO); // drops what waits behind it
              }
              sent.missing.countDown();
            });
      }
    } catch (KafkaException | IllegalStateException failed) {
      throw new RelayInterrupted("Kafka took no record: " + failed.getMessage(), failed);
    }
    return sent;
  }

  /** Drops what was not acknowledged. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
