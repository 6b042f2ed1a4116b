package dev.footfall.sandbox.json;

/** How a platform writes the place of a fault. */
public enum PathStyle {
  /** {@code data[3].user_data.em[0]}. */
  BRACKETS {
    @Override
    void append(StringBuilder path, String name) {
      path.append(path.length() == 0 ? "" : ".").append(name);
    }

    @Override
    void append(StringBuilder path, int index) {
      path.append('[').append(index).append(']');
    }
  },
  /** {@code /data/3/attributes/email}. */
  POINTER {
    @Override
    void append(StringBuilder path, String name) {
      path.append('/').append(name);
    }

    @Override
    void append(StringBuilder path, int index) {
      path.append('/').append(index);
    }
  },
  /** {@code Data.3.user.email.0}. */
  DOTS {
    @Override
    void append(StringBuilder path, String name) {
      if (path.length() == 0) {
        path.append(Character.toUpperCase(name.charAt(0))).append(name, 1, name.length());
      } else {
        path.append('.').append(name);
      }
    }

    @Override
    void append(StringBuilder path, int index) {
      path.append('.').append(index);
    }
  };

  abstract void append(StringBuilder path, String name);

  abstract void append(StringBuilder path, int index);
}
