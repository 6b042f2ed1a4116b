package dev.footfall.sandbox.criteo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.CsvCheck;
import dev.footfall.sandbox.platform.Desk;
import dev.footfall.sandbox.platform.Duplicates;
import dev.footfall.sandbox.platform.Equipment;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.KeptEvent;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.sftp.SftpFaults;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Criteo's file drop: files come over SFTP, no request ever does. The faults of the SFTP server,
 * which other platforms' folders share, are asked of this double.
 */
public final class CriteoDouble implements PlatformDouble {
  private static final Desk.Sign SIGN = new Desk.Sign("criteo", "Criteo offline sales (SFTP)", "");
  private static final int MOST = 1000;

  private final Desk desk;
  private volatile Supplier<String> hint = () -> "remote_folder /criteo";

  /** A double whose files come from elsewhere. */
  public CriteoDouble(Equipment equipment) {
    this.desk = Desk.of(SIGN, SftpFaults.KINDS, Duplicates.dropped(Duration.ofDays(60)), equipment);
  }

  /** Says how it is reached, once that is known. */
  public void reachedBy(Supplier<String> newHint) {
    this.hint = newHint;
  }

  @Override
  public String hint() {
    return hint.get();
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public Optional<CsvCheck> csvCheck() {
    return Optional.of(
        (name, file, now) -> CriteoCsvChecker.check(name, file, CriteoCsvOptions.at(now)));
  }

  @Override
  public String operation(Call head) {
    return "unknown";
  }

  /** The sums of the last orders, both ways: Criteo may or may not multiply by the quantity. */
  @Override
  public Optional<JsonNode> view(String name, String key) {
    if (!name.equals("orders")) {
      return Optional.empty();
    }
    Map<String, Sums> orders = new TreeMap<>();
    for (KeptEvent event : books().events(MOST)) {
      JsonNode line =
          Json.read(event.json().getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
      orders.merge(Json.text(line, "event_id"), Sums.of(line), Sums::and);
    }
    ObjectNode all = Json.object();
    orders.forEach(
        (order, sums) -> {
          if (key.isEmpty() || key.equals(order)) {
            all.set(
                order,
                Json.object(
                    "lines", sums.lines(),
                    "value", sums.value().toPlainString(),
                    "value_times_quantity", sums.multiplied().toPlainString()));
          }
        });
    return Optional.of(all);
  }

  private record Sums(int lines, BigDecimal value, BigDecimal multiplied) {
    static Sums of(JsonNode line) {
      BigDecimal value = new BigDecimal(Json.text(line, "product_value"));
      BigDecimal quantity = new BigDecimal(Json.text(line, "product_quantity"));
      return new Sums(1, value, value.multiply(quantity));
    }

    Sums and(Sums other) {
      return new Sums(
          lines + other.lines, value.add(other.value), multiplied.add(other.multiplied));
    }
  }

  @Override
  public Reply answer(Call call) {
    return fault(404, "Criteo takes files over SFTP, and nothing else.");
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    return fault(429, "Too many requests.");
  }

  @Override
  public Reply fault(int status, String message) {
    return Reply.json(
        status, Json.object("errors", List.of(Json.object("code", status, "detail", message))));
  }

  @Override
  public void reset() {
    desk.clear();
  }
}
