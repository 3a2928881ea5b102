/* global finesse, gadgets */
(() => {
  const { ClientServices } = finesse.clientservices;
  const { User, Dialog } = finesse.restservices;
  const { ContainerServices, FinesseToaster } = finesse.containerservices;
  const { Config } = finesse.gadget;
  const by = (id) => document.getElementById(id);
  const log = (line) => {
    by('log').append(line, document.createElement('br'));
    gadgets.window.adjustHeight(400);
  };
  const handlers = {
    success: (response) => log(`success ${response.status}`),
    error: (response) => log(`error ${response.status} ${response.error.errorMessage}`),
  };

  gadgets.HubSettings.onConnect = () => {
    ClientServices.init(Config, false);
    ClientServices.registerOnConnectHandler(() => log('connected'));
    ClientServices.registerOnDisconnectHandler(() => log('disconnected'));
    const tabs = ContainerServices.init();
    tabs.addHandler(ContainerServices.Topics.ACTIVE_TAB, () => log('visible'));
    tabs.makeActiveTabReq();
    const show = (user) => {
      by('state').textContent = `${user.getState()} ${user.getReasonCodeLabel()}`.trim();
    };
    const user = new User({ id: Config.id, onChange: show, onLoad: loaded });
    try {
      user.getState();
    } catch {
      log('not loaded');
    }
    let dialogs;
    const paint = () => {
      by('calls').replaceChildren(
        ...Object.values(dialogs.getCollection()).map((dialog) => {
          const own = dialog.getParticipants().find((one) => one.mediaAddress === Config.extension);
          const line = document.createElement('li');
          const { callVariable1 = '' } = dialog.getMediaProperties();
          line.textContent = [dialog.getFromAddress(), dialog.getState(), own?.state, callVariable1].join(
            ' ',
          );
          return line;
        }),
      );
    };
    function loaded() {
      show(user);
      dialogs = user.getDialogs({
        onLoad: paint,
        onCollectionAdd: (dialog) => {
          log(`added ${dialog.getState()}`);
          dialog.addHandler('change', () => setTimeout(paint));
          setTimeout(paint);
        },
        onCollectionDelete: () => {
          log('deleted');
          setTimeout(paint);
        },
      });
      if (user.getDialogs({ onCollectionAdd: () => log('never') }) !== dialogs) log('another collection');
      gadgets.loadingindicator.dismiss();
      gadgets.window.setTitle('Sample of ' + user.getFirstName());
      gadgets.window.adjustHeight(300);
    }
    const act = (action) => () => {
      const [dialog] = Object.values(dialogs.getCollection());
      dialog?.requestAction(Config.extension, Dialog.Actions[action], handlers);
    };
    by('answer').addEventListener('click', act('ANSWER'));
    by('hold').addEventListener('click', act('HOLD'));
    by('forward').addEventListener('click', () => tabs.activateMyTab());
    by('toast').addEventListener('click', () =>
      FinesseToaster.showToaster('Hello', { body: 'from the sample' }),
    );
  };
})();
