/**
 * What each kind of metadata may hold, of what the project uses (Metadata API, types of API version 66.0): a misspelt
 * element is refused by the org, and a value that no list has.
 */
import { filesOf, type Project } from './project.ts';
import { parseXml, tagsOf, type Tag } from './xml.ts';

/**
 * Elements by type: `name`, `name?` where it may be missing, `name*` where it may stand several times. After the colon its
 * type: one of these, `boolean`, `number`, `any` (may be empty), or the values that there are. Without: a text.
 */
const SHAPES: Readonly<Record<string, string>> = {
  ApexClass: 'apiVersion:number status:Active',
  AppActionOverride: `actionName:View content formFactor:Small|Medium|Large pageOrSobjectType
    skipRecordTypeSelect:boolean type:Flexipage`,
  AppBrand: 'footerColor? headerColor? logo? logoVersion?:number shouldOverrideOrgTheme?:boolean',
  CallCenter: `adapterUrl? customSettings? displayName displayNameLabel internalNameLabel sections*:CallCenterSection
    version?`,
  CallCenterItem: 'label name value',
  CallCenterSection: 'items*:CallCenterItem label name',
  ComponentInstance: `componentInstanceProperties*:ComponentInstanceProperty componentName identifier`,
  ComponentInstanceProperty: 'name type?:decorator value',
  CspTrustedSite: `canAccessCamera?:boolean canAccessMicrophone?:boolean
    context?:All|LEX|Communities|FieldServiceMobileExtension|LightningOut|VisualForce description? endpointUrl isActive:boolean
    isApplicableToConnectSrc?:boolean isApplicableToFontSrc?:boolean isApplicableToFrameSrc?:boolean
    isApplicableToImgSrc?:boolean isApplicableToMediaSrc?:boolean isApplicableToStyleSrc?:boolean`,
  CustomApplication: `actionOverrides*:AppActionOverride brand?:AppBrand description? formFactors*:Small|Medium|Large
    isNavAutoTempTabsDisabled?:boolean isNavPersonalizationDisabled?:boolean label navType:Standard|Console tabs*
    uiType:Aloha|Lightning utilityBar? workspaceConfig?:AppWorkspaceConfig`,
  AppWorkspaceConfig: 'mappings*:WorkspaceMapping',
  WorkspaceMapping: 'fieldName? tab',
  CustomField: `caseSensitive?:boolean description? externalId?:boolean
    fieldManageability?:DeveloperControlled|SubscriberControlled|Locked fullName inlineHelpText? label length?:number
    precision?:number required?:boolean scale?:number type:Checkbox|Date|DateTime|Email|Number|Phone|Picklist|Text|TextArea|Url
    unique?:boolean`,
  CustomLabel: 'categories? fullName language:en_US protected:boolean shortDescription value',
  CustomLabels: 'labels*:CustomLabel',
  CustomMetadata: 'description? label protected:boolean values*:CustomMetadataValue',
  CustomMetadataValue: 'field value',
  CustomObject: 'description? label pluralLabel visibility:PackageProtected|Protected|Public',
  FlexiPage: `description? flexiPageRegions*:FlexiPageRegion masterLabel sobjectType? template:FlexiPageTemplateInstance
    type:RecordPage|UtilityBar`,
  FlexiPageRegion: 'itemInstances*:ItemInstance name type:Region|Facet|Background',
  FlexiPageTemplateInstance: 'name properties*:ComponentInstanceProperty',
  ItemInstance: 'componentInstance:ComponentInstance',
  LightningComponentBundle: `apiVersion:number description? isExposed:boolean masterLabel? targets?:Targets
    targetConfigs?:any`,
  LightningMessageChannel:
    'description? isExposed:boolean lightningMessageFields*:LightningMessageField masterLabel',
  LightningMessageField: 'description fieldName',
  PermissionSet: `applicationVisibilities*:PermissionSetApplicationVisibility classAccesses*:PermissionSetApexClassAccess
    customMetadataTypeAccesses*:PermissionSetCustomMetadataTypeAccess description?
    fieldPermissions*:PermissionSetFieldPermissions hasActivationRequired?:boolean label`,
  PermissionSetApexClassAccess: 'apexClass enabled:boolean',
  PermissionSetApplicationVisibility: 'application visible:boolean',
  PermissionSetCustomMetadataTypeAccess: 'enabled:boolean name',
  PermissionSetFieldPermissions: 'editable:boolean field readable:boolean',
  Targets: 'target*:lightning__RecordPage|lightning__UtilityBar',
  Translations: 'customLabels*:CustomLabelTranslation',
  CustomLabelTranslation: 'label name',
};

interface Element {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly isMany: boolean;
  readonly type: string;
}

const elementsOf = (shape: string): readonly Element[] =>
  shape
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [, name = '', often = '', type = 'text'] = /^(\w+)([?*]?)(?::(.+))?$/.exec(word) ?? [];
      return { name, isNeeded: often === '', isMany: often === '*', type };
    });

/** What is wrong with a tag that should be of this type. */
function complaints(tag: Tag, type: string): readonly string[] {
  const shape = SHAPES[type];
  if (shape !== undefined) return complaintsOfElements(tag, elementsOf(shape));
  if (type === 'any') return [];
  const text = tag.text.trim();
  const fits =
    (type === 'text' && text !== '') ||
    (type === 'boolean' && /^(?:true|false)$/.test(text)) ||
    (type === 'number' && /^\d+(?:\.\d+)?$/.test(text)) ||
    (!['text', 'boolean', 'number'].includes(type) && type.split('|').includes(text));
  return fits ? [] : [`line ${tag.line}: "${text}" in ${tag.name} is no ${type}`];
}

function complaintsOfElements(tag: Tag, elements: readonly Element[]): readonly string[] {
  const known = new Set(elements.map(({ name }) => name));
  return [
    ...tag.children
      .filter(({ name }) => !known.has(name))
      .map((one) => `line ${one.line}: ${tag.name} has no ${one.name}`),
    ...elements.flatMap(({ name, isNeeded, isMany, type }) => {
      const found = tagsOf(tag, name);
      return [
        ...(isNeeded && found.length === 0 ? [`line ${tag.line}: ${tag.name} lacks ${name}`] : []),
        ...(!isMany && found.length > 1 ? [`line ${tag.line}: ${tag.name} has ${name} twice`] : []),
        ...found.flatMap((one) => complaints(one, type)),
      ];
    }),
  ];
}

/** Everything that Salesforce would not take for the kind of metadata that a file is. */
export function misshapen(project: Project): readonly string[] {
  return filesOf(project, '-meta.xml').flatMap(({ path, content }) => {
    const tag = parseXml(content);
    return complaints(tag, tag.name in SHAPES ? tag.name : 'nothing').map((one) => `${path}, ${one}`);
  });
}
