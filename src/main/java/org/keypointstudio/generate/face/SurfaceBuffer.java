package org.keypointstudio.generate.face;

import java.util.Arrays;

/**
 * For each pixel the nearest surface: its material, depth, place in face space, place on the
 * surface, and normal in view space. Meshes are drawn into it in any order.
 */
final class SurfaceBuffer {
  /** Decides whether a surface is there or a gap. */
  @FunctionalInterface
  interface Coverage {
    /** Whether the surface covers the place (u, v) on it. */
    boolean covers(double u, double v);
  }

  /** No gaps. */
  static final Coverage OPAQUE = (u, v) -> true;

  final int width;
  final int height;
  final float[] depth;
  final float[] x;
  final float[] y;
  final float[] u;
  final float[] v;
  final float[] normalX;
  final float[] normalY;
  final float[] normalZ;
  private final Material[] materials;

  SurfaceBuffer(int width, int height) {
    this.width = width;
    this.height = height;
    int count = width * height;
    depth = new float[count];
    Arrays.fill(depth, Float.NEGATIVE_INFINITY);
    x = new float[count];
    y = new float[count];
    u = new float[count];
    v = new float[count];
    normalX = new float[count];
    normalY = new float[count];
    normalZ = new float[count];
    materials = new Material[count];
    Arrays.fill(materials, Material.NONE);
  }

  /** Whether there is such a pixel. */
  boolean contains(int column, int row) {
    return column >= 0 && row >= 0 && column < width && row < height;
  }

  Material material(int pixel) {
    return materials[pixel];
  }

  /** Draws a mesh. */
  void draw(Mesh mesh, Rotation rotation, Camera camera, Material material, Coverage coverage) {
    int count = mesh.x.length;
    float[] px = new float[count];
    float[] py = new float[count];
    float[] pz = new float[count];
    for (int i = 0; i < count; i++) {
      double vz = rotation.viewZ(mesh.x[i], mesh.y[i], mesh.z[i]);
      px[i] = (float) camera.pixelX(rotation.viewX(mesh.x[i], mesh.y[i], mesh.z[i]), vz);
      py[i] = (float) camera.pixelY(rotation.viewY(mesh.x[i], mesh.y[i], mesh.z[i]), vz);
      pz[i] = (float) vz;
    }
    Triangles triangles = new Triangles(mesh, rotation, px, py, pz, material, coverage);
    for (int row = 0; row + 1 < mesh.rows; row++) {
      for (int column = 0; column + 1 < mesh.columns; column++) {
        int a = row * mesh.columns + column;
        int b = a + mesh.columns;
        triangles.fill(a, a + 1, b);
        triangles.fill(a + 1, b + 1, b);
      }
    }
  }

  /** Draws the triangles of one mesh whose points are projected. */
  private final class Triangles {
    private final Mesh mesh;
    private final Rotation rotation;
    private final float[] px;
    private final float[] py;
    private final float[] pz;
    private final Material material;
    private final Coverage coverage;

    Triangles(
        Mesh mesh,
        Rotation rotation,
        float[] px,
        float[] py,
        float[] pz,
        Material material,
        Coverage coverage) {
      this.mesh = mesh;
      this.rotation = rotation;
      this.px = px;
      this.py = py;
      this.pz = pz;
      this.material = material;
      this.coverage = coverage;
    }

    void fill(int a, int b, int c) {
      float abX = px[b] - px[a];
      float abY = py[b] - py[a];
      float acX = px[c] - px[a];
      float acY = py[c] - py[a];
      float area = abX * acY - abY * acX;
      if (Math.abs(area) < 1e-9f) {
        return;
      }
      int left = Math.max(0, ceil(Math.min(px[a], Math.min(px[b], px[c]))));
      int right = Math.min(width - 1, floor(Math.max(px[a], Math.max(px[b], px[c]))));
      int top = Math.max(0, ceil(Math.min(py[a], Math.min(py[b], py[c]))));
      int bottom = Math.min(height - 1, floor(Math.max(py[a], Math.max(py[b], py[c]))));
      for (int row = top; row <= bottom; row++) {
        for (int column = left; column <= right; column++) {
          float dx = column - px[a];
          float dy = row - py[a];
          float shareB = (dx * acY - dy * acX) / area;
          float shareC = (abX * dy - abY * dx) / area;
          if (shareB >= 0 && shareC >= 0 && shareB + shareC <= 1) {
            put(row * width + column, a, b, c, shareB, shareC);
          }
        }
      }
    }

    private void put(int pixel, int a, int b, int c, float shareB, float shareC) {
      float shareA = 1 - shareB - shareC;
      float z = shareA * pz[a] + shareB * pz[b] + shareC * pz[c];
      if (z <= depth[pixel]) {
        return;
      }
      float su = shareA * mesh.u[a] + shareB * mesh.u[b] + shareC * mesh.u[c];
      float sv = shareA * mesh.v[a] + shareB * mesh.v[b] + shareC * mesh.v[c];
      if (!coverage.covers(su, sv)) {
        return;
      }
      depth[pixel] = z;
      materials[pixel] = material;
      u[pixel] = su;
      v[pixel] = sv;
      x[pixel] = shareA * mesh.x[a] + shareB * mesh.x[b] + shareC * mesh.x[c];
      y[pixel] = shareA * mesh.y[a] + shareB * mesh.y[b] + shareC * mesh.y[c];
      float nx = shareA * mesh.normalX[a] + shareB * mesh.normalX[b] + shareC * mesh.normalX[c];
      float ny = shareA * mesh.normalY[a] + shareB * mesh.normalY[b] + shareC * mesh.normalY[c];
      float nz = shareA * mesh.normalZ[a] + shareB * mesh.normalZ[b] + shareC * mesh.normalZ[c];
      normalX[pixel] = (float) rotation.directionX(nx, ny, nz);
      normalY[pixel] = (float) rotation.directionY(nx, ny, nz);
      normalZ[pixel] = (float) rotation.directionZ(nx, ny, nz);
    }

    private static int ceil(float value) {
      return (int) Math.ceil(value);
    }

    private static int floor(float value) {
      return (int) Math.floor(value);
    }
  }
}
