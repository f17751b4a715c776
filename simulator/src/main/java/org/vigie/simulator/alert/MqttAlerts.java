package org.vigie.simulator.alert;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.simulator.scenario.SensorReport;

/**
 * Publishes alerts to a broker on {@code vigie/SITE/alerts}, QoS 1: each is kept until the broker
 * has acknowledged it. Thread-safe.
 *
 * @source MQTT 3.1.1, which every broker speaks
 */
final class MqttAlerts implements AlertSender {
  private static final long ANSWER_S_MAX = 10;

  private final Mqtt3AsyncClient client;
  private final String topic;

  /** A sender that is not connected yet. */
  MqttAlerts(String host, int port, String site) {
    this.topic = "vigie/" + site + "/alerts";
    this.client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(identifier(site))
            .serverHost(host)
            .serverPort(port)
            .buildAsync();
  }

  /**
   * One a site and process.
   *
   * @source MQTT 3.1.1, 3.1.3.1: servers take up to 23 letters and digits; more is their choice
   */
  private static String identifier(String site) {
    return "vigie" + Integer.toHexString((site + ProcessHandle.current().pid()).hashCode());
  }

  @Override
  public synchronized void send(SensorReport report) throws IOException, InterruptedException {
    if (!client.getState().isConnected()) {
      await("connect", client.connectWith().cleanSession(true).send());
    }
    await(
        "publish",
        client
            .publishWith()
            .topic(topic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(AlertJson.bytes(report))
            .send());
  }

  private void await(String what, CompletableFuture<?> answer)
      throws IOException, InterruptedException {
    try {
      answer.get(ANSWER_S_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(what + " " + topic + ": " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException(what + " " + topic + ": no answer in " + ANSWER_S_MAX + " s", e);
    }
  }

  @Override
  public void close() {
    if (client.getState().isConnected()) {
      try {
        await("disconnect", client.disconnect());
      } catch (IOException e) {
        // it was going anyway
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
