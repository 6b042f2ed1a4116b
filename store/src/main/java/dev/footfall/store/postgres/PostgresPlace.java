package dev.footfall.store.postgres;

import dev.footfall.core.credential.Secret;
import java.util.Properties;

/**
 * Where the shared store lies.
 *
 * @param url begins with {@code jdbc:postgresql:}; what it says of time-outs and encryption wins
 * @param user database user
 * @param password empty when none is asked for
 * @param schema that holds Footfall's tables and, best, nothing else; made when it is missing
 */
public record PostgresPlace(String url, String user, Secret password, String schema) {
  /** The schema, unless another is named. */
  public static final String SCHEMA = "footfall";

  /** How a schema may be named. */
  public static final String SCHEMA_PATTERN = "[a-z_][a-z0-9_]{0,62}";

  /** Checks the schema's name. */
  public PostgresPlace {
    if (!schema.matches(SCHEMA_PATTERN)) {
      throw new IllegalArgumentException("a schema is named with a to z, 0 to 9 and _");
    }
  }

  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password.reveal());
    properties.setProperty("currentSchema", schema);
    properties.setProperty("ApplicationName", "footfall");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    return properties;
  }

  /** The server and database, without anything that could be a secret. */
  String shown() {
    String bare = url.replaceFirst("[?;].*$", "");
    return bare.startsWith("jdbc:postgresql:")
        ? bare.replaceFirst("//.*@", "//")
        : "an address that does not begin with jdbc:postgresql:";
  }

  /** Names neither user nor password. */
  @Override
  public String toString() {
    return shown() + ", schema " + schema;
  }
}
