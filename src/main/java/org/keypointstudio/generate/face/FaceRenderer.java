package org.keypointstudio.generate.face;

import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;

/** Takes pictures of people. Stateless: the same person and shot give the same bytes. */
public final class FaceRenderer {
  private static final int SUPERSAMPLING = 2;
  private static final double PIVOT_Y = -0.45;
  private static final double PIVOT_Z = -0.9;

  /**
   * Takes a square picture.
   *
   * @param size width and height in pixels
   */
  public RenderedFace render(Person person, Shot shot, int size) {
    Scene scene = new Scene(person, shot, size);
    float[] light = expose(person, shot, scene, size);
    byte[] bytes =
        new FilmProcess(shot.film(), shot.seed()).develop(light, size, size, SUPERSAMPLING);
    return new RenderedFace(new GrayImage(new ImageSize(size, size), bytes), scene.keypoints());
  }

  /** The keypoints that {@link #render} would give, without the work of drawing. */
  public Annotation keypoints(Person person, Shot shot, int size) {
    return new Scene(person, shot, size).keypoints();
  }

  /** One head before one camera. */
  private static final class Scene {
    private final FaceLayout layout;
    private final HeadMesh head;
    private final Rotation turn;
    private final KeypointPlaces places;
    private final Camera camera;

    Scene(Person person, Shot shot, int size) {
      Shot.Pose pose = shot.pose();
      layout = new FaceLayout(person.proportions(), shot.expression());
      head = new HeadMesh(person, layout);
      turn = Rotation.of(pose.yaw(), pose.pitch(), pose.roll(), PIVOT_Y, PIVOT_Z);
      places = new KeypointPlaces(layout, head);
      camera = frame(pose, size, places, turn);
    }

    Annotation keypoints() {
      return places.project(KeypointSchema.kaggle15(), turn, camera);
    }
  }

  /** Puts the middle between the eyes and the mouth where the pose asks for it. */
  private static Camera frame(Shot.Pose pose, int size, KeypointPlaces places, Rotation turn) {
    double scale = pose.interOcular() * size;
    Camera raw = new Camera(scale, 0, 0);
    double[] middle = places.middle(turn, raw);
    return new Camera(
        scale, pose.centreX() * size - 0.5 - middle[0], pose.centreY() * size - 0.5 - middle[1]);
  }

  private static float[] expose(Person person, Shot shot, Scene scene, int size) {
    int side = size * SUPERSAMPLING;
    HeadMesh head = scene.head;
    Rotation turn = scene.turn;
    Camera fine = scene.camera.supersampled(SUPERSAMPLING);
    SurfaceBuffer surfaces = new SurfaceBuffer(side, side);
    HairMesh hair = new HairMesh(person, head.profile());
    Shot.Pose pose = shot.pose();
    Rotation body =
        Rotation.of(0.45 * pose.yaw(), 0.3 * pose.pitch(), 0.35 * pose.roll(), -1.4, -1.4);
    surfaces.draw(head.mesh(), turn, fine, Material.FACE, SurfaceBuffer.OPAQUE);
    surfaces.draw(BodyMeshes.neck(person), body, fine, Material.SKIN, SurfaceBuffer.OPAQUE);
    surfaces.draw(BodyMeshes.torso(), body, fine, Material.CLOTH, SurfaceBuffer.OPAQUE);
    for (int ear = -1; ear <= 1; ear += 2) {
      surfaces.draw(
          BodyMeshes.ear(person, head.profile(), ear),
          turn,
          fine,
          Material.SKIN,
          SurfaceBuffer.OPAQUE);
    }
    surfaces.draw(hair.build(), turn, fine, Material.HAIR, hair.coverage());
    if (person.spectacles().worn()) {
      double headHalfWidth = head.profile().halfWidth(head.profile().rowOf(0));
      SpectacleMesh glasses =
          new SpectacleMesh(person.spectacles(), head.eyeCentreZ(), headHalfWidth);
      for (Mesh tube : glasses.build()) {
        surfaces.draw(tube, turn, fine, Material.RIM, SurfaceBuffer.OPAQUE);
      }
    }
    return shade(person, shot, scene.layout, hair.hairline(), surfaces, fine);
  }

  private static float[] shade(
      Person person,
      Shot shot,
      FaceLayout layout,
      Hairline hairline,
      SurfaceBuffer surfaces,
      Camera camera) {
    int side = surfaces.width;
    FacePaint facePaint = new FacePaint(person, shot.expression(), layout, hairline);
    Wardrobe wardrobe = new Wardrobe(person);
    Paint paint = new Paint(side * side);
    Illumination illumination = new Illumination(surfaces, shot.lighting(), camera.scale());
    BackdropPainter backdrop = new BackdropPainter(shot.backdrop(), shot.seed());
    float[] light = new float[side * side];
    for (int pixel = 0; pixel < light.length; pixel++) {
      switch (surfaces.material(pixel)) {
        case NONE -> {
          int column = pixel % side;
          int row = pixel / side;
          double x = (column + 0.5) / side;
          double y = (row + 0.5) / side;
          light[pixel] = (float) backdrop.at(x, y);
          continue;
        }
        case FACE -> facePaint.paint(surfaces, pixel, paint);
        case HAIR, SKIN, CLOTH, RIM -> wardrobe.paint(surfaces, pixel, paint);
      }
      light[pixel] = (float) illumination.brightness(pixel, paint);
    }
    return light;
  }
}
