package dev.footfall.app.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that left: requests with their answers, and files.
 *
 * @param tap on the wire
 * @param outbox where files for upload are
 */
record Sent(Wiretap tap, Path outbox) {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:access|refresh)_token\"\\s*:\\s*\"([^\"]+)\"");

  /** The tokens that platforms issued. */
  Set<String> tokens() {
    Set<String> tokens = new TreeSet<>();
    for (Wiretap.Call call : tap.calls()) {
      Matcher matcher = TOKEN.matcher(call.answer());
      while (matcher.find()) {
        tokens.add(matcher.group(1));
      }
    }
    return tokens;
  }

  /** Hashes in requests and upload files; ids of events are no hashes of persons. */
  Set<String> hashes() throws IOException {
    Set<String> hashes = new TreeSet<>();
    for (Wiretap.Call call : tap.calls()) {
      if (call.body().startsWith("{")) {
        personal(new ObjectMapper().readTree(call.body()), hashes);
      }
    }
    for (Path file : files()) {
      hashes.addAll(Canaries.hashesIn(Files.readString(file)));
    }
    return hashes;
  }

  private static void personal(JsonNode node, Set<String> hashes) {
    if (node.isTextual()) {
      hashes.addAll(Canaries.hashesIn(node.textValue()));
    }
    node.properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("event_id")) {
                personal(field.getValue(), hashes);
              }
            });
    if (node.isArray()) {
      node.forEach(element -> personal(element, hashes));
    }
  }

  /** The files for upload. */
  List<Path> files() throws IOException {
    if (!Files.exists(outbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(outbox)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
